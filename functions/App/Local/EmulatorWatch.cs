using Homeward.App.Deployments;
using Homeward.Lake.Azure;

namespace Homeward.App.Local;

/// <summary>Starts the app's own emulator again when it has died, on the same ports with the data that it had saved.</summary>
/// <param name="prepare">Makes containers, queues, tables and reference data again: it may have died before it saved them.</param>
sealed class EmulatorWatch(Azurite emulator, Func<CancellationToken, Task> prepare, TimeProvider clock, TextWriter say)
{
    /// <summary>One that dies more often than this within <see cref="Within"/> does so for a reason.</summary>
    const int Most = 3;

    static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    /// <summary>Until the app stops, or the emulator cannot be kept alive.</summary>
    public async Task Run(CancellationToken stopping)
    {
        var deaths = new Queue<long>();
        while (await Died(stopping))
        {
            deaths.Enqueue(clock.GetTimestamp());
            while (clock.GetElapsedTime(deaths.Peek()) > Within)
            {
                deaths.Dequeue();
            }

            if (deaths.Count > Most)
            {
                say.WriteLine($"The storage emulator died {deaths.Count} times within {Within.TotalMinutes:0} minutes and is not started again: nothing works until the app is restarted (Ctrl+C first).");
                return;
            }

            say.WriteLine("The storage emulator has died: it is started again. What it was given in its last seconds may be lost; send again what was not answered.");
            if (!await Started(stopping))
            {
                return;
            }
        }
    }

    async Task<bool> Died(CancellationToken stopping)
    {
        try
        {
            await emulator.Ended().WaitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        return !stopping.IsCancellationRequested && emulator.HasDied;
    }

    async Task<bool> Started(CancellationToken stopping)
    {
        try
        {
            await emulator.Start();
            await prepare(stopping);
            say.WriteLine("The storage emulator runs again.");
            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception e) when (emulator.HasDied && (e is SettingsException || StorageTrouble.IsAway(e)))
        {
            // Again, meanwhile: that is looked at next.
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or SettingsException)
        {
            say.WriteLine($"{e.Message} Nothing works until the app is restarted (Ctrl+C first).");
            return false;
        }
    }
}
