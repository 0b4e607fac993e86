using Homeward.App.Invocations;
using Homeward.Columns;
using Homeward.Submissions;

namespace Homeward.App.IngestSubmission;

/// <summary>A manifest has landed: take in what its provider has uploaded.</summary>
static class IngestSubmissionFunction
{
    public const string Name = "IngestSubmission";

    public static void Map(IEndpointRouteBuilder app, ArrivalHandler arrivals) =>
        app.MapFunction(Name, async (invocation, cancel) =>
            await arrivals.Handle(Identity(invocation.Metadata("provider"), invocation.Metadata("period"), invocation.Metadata("upload")), cancel));

    /// <summary>Null for a name that is no upload's: it is refused, for trying again cannot help.</summary>
    public static SubmissionIdentity? Identity(string? provider, string? period, string? upload)
    {
        try
        {
            return Month.TryParse(period, out var month) ? new SubmissionIdentity(provider ?? "", month, upload ?? "") : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
