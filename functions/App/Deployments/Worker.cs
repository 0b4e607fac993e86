using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Homeward.App.Deployments;

/// <summary>Names this process in leases. On one machine, a lease of a process that has ended need not be waited for.</summary>
static class Worker
{
    public static string Name(IConfiguration settings) =>
        string.Create(CultureInfo.InvariantCulture, $"{settings["WEBSITE_INSTANCE_ID"] ?? Environment.MachineName}/{Environment.ProcessId}/{Started(Process.GetCurrentProcess())}");

    /// <summary>True where the worker ran on this machine and its process has ended.</summary>
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
            return !long.TryParse(parts[2], CultureInfo.InvariantCulture, out var started) || Math.Abs(Started(process) - started) > ClockSeconds;
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

    /// <summary>Two processes may work a third one's start out differently by so much.</summary>
    const long ClockSeconds = 2;

    /// <summary>Process ids come again; with its start a process is told from a later one.</summary>
    static long Started(Process process) => process.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond;
}
