using System.Collections.Concurrent;
using System.Diagnostics;
using Homeward.App.Callers;
using Homeward.App.Tests.Running;

namespace Homeward.Faults;

/// <summary>The app as a process of its own, to be killed.</summary>
sealed class AppProcess : IDisposable
{
    readonly Process process;

    AppProcess(Process process, Uri address, ConcurrentQueue<string> said) =>
        (this.process, Http, Said) = (process, new HttpClient { BaseAddress = address }, said);

    /// <summary>What it has written to its terminal.</summary>
    public ConcurrentQueue<string> Said { get; }

    /// <summary>Asks it as administrator.</summary>
    public HttpClient Http { get; }

    /// <summary>Starts it as <c>dotnet run</c> would, on an account; done when it prints its address.</summary>
    public static Task<AppProcess> Start(string account, string reference) => Start(["--reference", reference], account);

    /// <summary>Starts it with a storage emulator of its own.</summary>
    /// <param name="data">The emulator's folder.</param>
    public static Task<AppProcess> StartAlone(string data, string reference) => Start(["--reference", reference, "--data", data], null);

    static async Task<AppProcess> Start(IEnumerable<string> arguments, string? account)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "Homeward.App.dll")))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["AzureWebJobsStorage"] = account;
        start.Environment["HOMEWARD_KEY"] = RunningApp.Key;
        start.Environment.Remove("FUNCTIONS_CUSTOMHANDLER_PORT");
        var process = Process.Start(start)!;
        var ready = new TaskCompletionSource<Uri>();
        var said = new ConcurrentQueue<string>();
        process.OutputDataReceived += (_, line) =>
        {
            said.Enqueue(line.Data ?? "");
            if (line.Data?.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["address", var address])
            {
                ready.TrySetResult(new Uri(address));
            }
        };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Task.WhenAny(ready.Task, process.WaitForExitAsync()).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.False(process.HasExited, "the app ended at its start");
        var app = new AppProcess(process, await ready.Task, said);
        app.Http.DefaultRequestHeaders.Add(LaptopKey.Header, RunningApp.Key);
        return app;
    }

    /// <summary>As kill -9 does: nothing is finished, nothing is given back.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Ends it in order, and with it the emulator that it started.</summary>
    public async Task Stop()
    {
        using var terminate = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
        Http.Dispose();
    }
}
