using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Homeward.Cli.Files;

/// <summary>Names this process in the ledger, and tells whether a named one has ended: its lease need not be waited for.</summary>
static class LocalWorker
{
    public static string Name { get; } = NameOf(Process.GetCurrentProcess());

    /// <summary>True for a process of this machine that has ended, after a crash or a power cut.</summary>
    public static bool IsGone(string worker)
    {
        var parts = worker.Split('/');
        if (parts.Length != 3 || parts[0] != Environment.MachineName || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return NameOf(process) != worker;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>The start is part of the name: process ids come back.</summary>
    static string NameOf(Process process) =>
        string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{process.Id}/{process.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond}");
}
