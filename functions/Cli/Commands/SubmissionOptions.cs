using System.CommandLine;
using System.CommandLine.Parsing;
using Homeward.Columns;

namespace Homeward.Cli.Commands;

/// <summary>Options that several commands share.</summary>
static class SubmissionOptions
{
    public static Option<Month?> Period(string description) => new("--period")
    {
        Description = description,
        HelpName = "yyyy-MM",
        CustomParser = ParseMonth,
    };

    public static Option<DirectoryInfo> Folder(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DIR",
        Required = true,
    };

    static Month? ParseMonth(ArgumentResult result)
    {
        if (Month.TryParse(result.Tokens[0].Value, out var month))
        {
            return month;
        }

        result.AddError($"'{result.Tokens[0].Value}' is not a month: expected yyyy-MM, such as 2025-08.");
        return null;
    }
}
