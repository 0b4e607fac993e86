using System.Globalization;
using NCrontab;

namespace Homeward.App.Local;

/// <summary>Calls a function by its schedule, six fields with seconds first, in UTC.</summary>
sealed class TimerTrigger(FunctionFile function, HostCall host, TimeProvider clock)
{
    public async Task Run(CancellationToken cancel)
    {
        var schedule = Parse(function.Text("schedule")!);
        while (true)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var next = schedule.GetNextOccurrence(now);
            for (var wait = next - now; wait > TimeSpan.Zero; wait = next - clock.GetUtcNow().UtcDateTime)
            {
                await Task.Delay(wait < Longest ? wait : Longest, clock, cancel);
            }

            var status = new { Last = now.ToString("o", CultureInfo.InvariantCulture), Next = next.ToString("o", CultureInfo.InvariantCulture) };
            await host.Post(function, new { Schedule = new { AdjustForDST = true }, ScheduleStatus = status, IsPastDue = false }, new Dictionary<string, object?>(), cancel);
        }
    }

    /// <summary>A laptop sleeps and its clock is set: waits are looked at again.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Five fields, or six with seconds first.</summary>
    public static CrontabSchedule ParseAny(string schedule) =>
        schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 5 ? CrontabSchedule.Parse(schedule) : Parse(schedule);

    public static CrontabSchedule Parse(string schedule) =>
        CrontabSchedule.Parse(schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
}
