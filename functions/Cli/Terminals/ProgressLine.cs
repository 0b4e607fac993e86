using Spectre.Console;

namespace Homeward.Cli.Terminals;

/// <summary>Shows on standard error how far a long job is, where a person watches; else nothing.</summary>
sealed class ProgressLine(Terminal terminal)
{
    /// <param name="work">Is given a way to say: stage, done, in all; 0 in all where nobody knows.</param>
    public async Task<T> Run<T>(Func<Action<string, int, int>, Task<T>> work)
    {
        if (!terminal.Interactive)
        {
            return await work((_, _, _) => { });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return await console.Progress().AutoClear(true).HideCompleted(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(progress =>
            {
                var stages = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
                return work((stage, done, inAll) =>
                {
                    lock (stages)
                    {
                        if (!stages.TryGetValue(stage, out var task))
                        {
                            stages[stage] = task = progress.AddTask(Markup.Escape(stage));
                        }

                        task.IsIndeterminate = inAll == 0;
                        task.MaxValue = Math.Max(1, inAll);
                        task.Value = Math.Max(task.Value, done);
                    }
                });
            });
    }
}
