using System.Diagnostics;

namespace Homeward.Faults;

/// <summary>The app as a process of its own, to be killed.</summary>
sealed class AppProcess : IDisposable
{
    readonly Process process;

    AppProcess(Process process) => this.process = process;

    /// <summary>Starts it as <c>dotnet run</c> would; done when it prints its address.</summary>
    public static async Task<AppProcess> Start(string account, string reference)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Homeward.App.dll"), "--reference", reference])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["AzureWebJobsStorage"] = account;
        start.Environment.Remove("FUNCTIONS_CUSTOMHANDLER_PORT");
        var process = Process.Start(start)!;
        var ready = new TaskCompletionSource();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("address", StringComparison.Ordinal) == true)
            {
                ready.TrySetResult();
            }
        };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Task.WhenAny(ready.Task, process.WaitForExitAsync()).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.False(process.HasExited, "the app ended at its start");
        return new AppProcess(process);
    }

    /// <summary>As kill -9 does: nothing is finished, nothing is given back.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
