using Homeward.App.Invocations;

namespace Homeward.App.Summarise;

/// <summary>No period is behind: bring what spans periods up to date.</summary>
static class SummariseFunction
{
    public const string Name = "Summarise";

    /// <remarks>What the message says does not matter: the ledger says what is to do.</remarks>
    public static void Map(IEndpointRouteBuilder app, SummariseHandler summarise) =>
        app.MapFunction(Name, async (_, cancel) => [await summarise.Run(cancel)]);
}
