namespace Homeward.Cli;

/// <summary>What a command returns to the shell (design.md, "The command line").</summary>
static class Exit
{
    public const int Done = 0;

    /// <summary>Done, and the answer is no: rejected, or a figure differs.</summary>
    public const int AnswerIsNo = 1;

    /// <summary>Wrong usage, or input that cannot be read.</summary>
    public const int BadInput = 2;

    public const int Interrupted = 130;
}
