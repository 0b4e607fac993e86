using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Homeward.Lake.Azure;

/// <summary>The Azure storage emulator as a process of ours, for a laptop and for tests.</summary>
/// <remarks>
/// It ends with us, even where we are killed: it ends itself when its input closes, as on SIGTERM, and then saves what it holds.
/// <c>--skipApiVersionCheck</c>: the SDK asks for service versions that the emulator does not list.
/// </remarks>
public sealed partial class Azurite : IAsyncDisposable
{
    /// <remarks>
    /// Whoever read what it says may be gone: writing there must not end it before it has saved (EPIPE). Ctrl+C reaches every process
    /// of a terminal: it goes on until we have ended, because we still need it.
    /// </remarks>
    const string Launch = """
        for (const said of [process.stdout, process.stderr]) said.on('error', () => {});
        const once = process.once;
        process.once = function (event, act) { return event === 'SIGINT' ? this : once.call(this, event, act); };
        process.on('SIGINT', () => {});
        process.stdin.resume();
        process.stdin.on('end', () => process.emit('SIGTERM'));
        process.argv.splice(1, 0, 'azurite');
        require(process.env.AZURITE_MAIN);
        """;

    const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    const string OwnerFile = "emulator.txt";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>So long one whose app was killed may take to save what it holds.</summary>
    static readonly TimeSpan Saving = TimeSpan.FromSeconds(20);

    /// <summary>Two processes may work a third one's start out differently by so much.</summary>
    static readonly TimeSpan StartsDiffer = TimeSpan.FromSeconds(2);

    readonly string main;
    readonly string folder;
    readonly int accounts;
    readonly int[] ports = [0, 0, 0];
    Process? process;

    Azurite(string main, string folder, int accounts) => (this.main, this.folder, this.accounts) = (main, folder, accounts);

    /// <summary>For every client of the first account; the key is the emulator's published one.</summary>
    public string ConnectionString => ConnectionStringOf(1);

    /// <summary>Accounts share nothing.</summary>
    /// <param name="number">From 1.</param>
    public string ConnectionStringOf(int number)
    {
        var name = Name(number);
        return $"DefaultEndpointsProtocol=http;AccountName={name};AccountKey={Key};"
            + $"BlobEndpoint={Endpoint(0, name)};QueueEndpoint={Endpoint(1, name)};TableEndpoint={Endpoint(2, name)};";
    }

    /// <summary>The installed emulator, in the <c>node_modules</c> of <paramref name="below"/> or of a folder above it; null where there is none.</summary>
    public static string? Find(string below)
    {
        for (var at = new DirectoryInfo(below); at is not null; at = at.Parent)
        {
            var main = Path.Combine(at.FullName, "node_modules", "azurite", "dist", "src", "azurite.js");
            if (File.Exists(main))
            {
                return main;
            }
        }

        return null;
    }

    /// <summary>Starts on free ports; done when it answers.</summary>
    /// <param name="main">From <see cref="Find"/>.</param>
    /// <param name="folder">Where it keeps its data, made if need be.</param>
    /// <param name="accounts">How many accounts it has, all with the same key.</param>
    public static async Task<Azurite> Start(string main, string folder, int accounts = 1)
    {
        var azurite = new Azurite(main, folder, accounts);
        await azurite.Start();
        return azurite;
    }

    /// <summary>Starts again after <see cref="Stop"/>, with the same data on the same ports.</summary>
    public async Task Start()
    {
        Directory.CreateDirectory(folder);
        await WaitForTheOneBefore();
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AZURITE_MAIN"] = main;
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(1, accounts).Select(number => $"{Name(number)}:{Key}"));
        foreach (var argument in Arguments())
        {
            start.ArgumentList.Add(argument);
        }

        process = Launched(start);
        await File.WriteAllTextAsync(Path.Combine(folder, OwnerFile), string.Create(CultureInfo.InvariantCulture, $"{process.Id} {process.StartTime.ToUniversalTime():O}"));
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string>();
        var found = 0;
        process.OutputDataReceived += (_, line) => Said(line.Data);
        process.ErrorDataReceived += (_, line) => Said(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(listening.Task, ended, Task.Delay(Patience)) != listening.Task)
        {
            await Stop();
            throw new InvalidOperationException("The storage emulator did not start:\n" + string.Join('\n', said));
        }

        void Said(string? line)
        {
            lock (said)
            {
                said.Add(line ?? "");
                if (Listening().Match(line ?? "") is { Success: true } match)
                {
                    ports["BQT".IndexOf(match.Groups["service"].Value[0], StringComparison.Ordinal)] = int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
                    if (++found == ports.Length)
                    {
                        listening.TrySetResult();
                    }
                }
            }
        }
    }

    /// <summary>Completes when the process that runs now has ended, be it stopped by us or killed by somebody.</summary>
    public Task Ended() => process?.WaitForExitAsync() ?? Task.CompletedTask;

    /// <summary>Whether it ended without having been stopped.</summary>
    public bool HasDied => process is { HasExited: true };

    /// <summary>Ends it as SIGTERM does; its data stays.</summary>
    public async Task Stop()
    {
        if (process is not { } running)
        {
            return;
        }

        process = null;
        running.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await running.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            running.Kill();
        }

        running.Dispose();
    }

    public async ValueTask DisposeAsync() => await Stop();

    /// <exception cref="InvalidOperationException">There is no Node.js.</exception>
    static Process Launched(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException("The storage emulator could not be started: is Node.js 20 or later installed, and 'node' on the PATH?");
        }
    }

    /// <summary>Two of them on one folder would each save over what the other one holds.</summary>
    /// <exception cref="InvalidOperationException">Another one works there and goes on.</exception>
    async Task WaitForTheOneBefore()
    {
        var file = Path.Combine(folder, OwnerFile);
        var owner = File.Exists(file) ? (await File.ReadAllTextAsync(file)).Split(' ') : [];
        if (owner is not [var id, var started]
            || !int.TryParse(id, CultureInfo.InvariantCulture, out var number)
            || !DateTime.TryParse(started, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var since))
        {
            return;
        }

        try
        {
            using var other = Process.GetProcessById(number);
            if ((other.StartTime.ToUniversalTime() - since).Duration() <= StartsDiffer)
            {
                using var patience = new CancellationTokenSource(Saving);
                await other.WaitForExitAsync(patience.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw new InvalidOperationException($"The data in {folder} is in use: the storage emulator of another app works there (process {number}). Stop that app, or choose another folder.");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It has ended.
        }
    }

    IEnumerable<string> Arguments() =>
    [
        "--eval", Launch, "--",
        "--blobPort", Port(0), "--queuePort", Port(1), "--tablePort", Port(2),
        "--location", folder, "--skipApiVersionCheck", "--disableTelemetry", "--silent",
    ];

    string Endpoint(int service, string account) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{ports[service]}/{account}");

    static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"devstoreaccount{number}");

    /// <summary>0 lets the system choose, once.</summary>
    string Port(int service) => ports[service].ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at http://127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Listening();
}
