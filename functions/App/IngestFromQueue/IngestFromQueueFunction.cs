using System.Text.Json;
using Homeward.App.Deployments;
using Homeward.App.IngestSubmission;
using Homeward.App.Invocations;
using Homeward.Lake;
using Homeward.Submissions;

namespace Homeward.App.IngestFromQueue;

/// <summary>The same event by queue: where Event Grid cannot reach the app (private networking), and to look again later.</summary>
static class IngestFromQueueFunction
{
    public const string Name = "IngestFromQueue";

    public static void Map(IEndpointRouteBuilder app, ArrivalHandler arrivals) =>
        app.MapFunction(Name, async (invocation, cancel) => await arrivals.Handle(Identity(invocation.Data("landed")), cancel));

    /// <summary>Of an event in the Event Grid or the CloudEvents schema; null where it is about no manifest.</summary>
    public static SubmissionIdentity? Identity(string? message)
    {
        try
        {
            var subject = JsonSerializer.Deserialize<LandingEventMessage>(message ?? "", JsonSerializerOptions.Web)?.Subject ?? "";
            var parts = subject.StartsWith(LandingEventMessage.SubjectPrefix, StringComparison.Ordinal)
                ? subject[LandingEventMessage.SubjectPrefix.Length..].Split('/')
                : [];
            return parts.Length == 4 && parts[3] == LakePaths.Manifest ? IngestSubmissionFunction.Identity(parts[0], parts[1], parts[2]) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
