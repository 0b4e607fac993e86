using System.Text.Json;
using Homeward.App.Deployments;
using Homeward.App.IngestFromQueue;
using Homeward.Submissions;

namespace Homeward.App.Requeue;

/// <summary>What the Functions host leaves behind of a blob event that failed: the blob's name.</summary>
sealed record BlobPoisonMessage(string? BlobName)
{
    /// <summary>Null where it is no upload's manifest.</summary>
    public static SubmissionIdentity? Identity(string message)
    {
        try
        {
            var name = JsonSerializer.Deserialize<BlobPoisonMessage>(message)?.BlobName;
            return IngestFromQueueFunction.Identity(JsonSerializer.Serialize(new LandingEventMessage(LandingEventMessage.SubjectPrefix + name, null)));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
