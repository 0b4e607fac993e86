using Homeward.App.Callers;
using Homeward.App.Deployments;
using Homeward.App.Invocations;
using Homeward.App.Local;
using Homeward.App.Submit;
using Homeward.Pipeline.Packages;
using Homeward.Reference;
using Homeward.Submissions;

namespace Homeward.App.PullSubmissions;

/// <summary>Hourly: fetches what providers lay out for us. A source that fails is reported and does not stop the others.</summary>
sealed partial class PullSubmissionsFunction(Deployment deployment, Pulling pulling, ILogger<PullSubmissionsFunction> log)
{
    public const string Name = "PullSubmissions";

    static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public void Map(IEndpointRouteBuilder app) => app.MapFunction(Name, (_, cancel) => Run(cancel));

    async Task<IReadOnlyList<string>> Run(CancellationToken cancel)
    {
        var now = deployment.Clock.GetUtcNow();
        var lines = new List<string>();
        foreach (var source in (await deployment.Reference.Get(cancel)).Sources)
        {
            try
            {
                if (IsDue(source, now))
                {
                    lines.AddRange((await Pull(source, DateOnly.FromDateTime(now.UtcDateTime), cancel)).Select(submission => $"{submission}: pulled"));
                }
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
            {
                var why = Why(e);
                Failed(log, source.Provider, source.Kind.ToString(), why);
                lines.Add($"{source.Provider}: not pulled, {why}");
            }
        }

        return lines;
    }

    async Task<IReadOnlyList<SubmissionIdentity>> Pull(PullSource source, DateOnly today, CancellationToken cancel)
    {
        var secret = pulling.Secrets.Find(source.SecretName);
        return source.Kind == PullSourceKind.Blob
            ? await new BlobSource(source, secret, pulling.Identity, pulling.Http).Pull(deployment, cancel)
            : await new HttpsSource(source, new HttpsDownload(pulling.Http, secret, UploadedZip.MaxBytes)).Pull(deployment, today, cancel);
    }

    static bool IsDue(PullSource source, DateTimeOffset now) =>
        source.Schedule is null || TimerTrigger.ParseAny(source.Schedule).GetNextOccurrence((now - Every).UtcDateTime) <= now.UtcDateTime;

    /// <summary>Messages of libraries may hold an address with its signature: only our own are shown.</summary>
    static string Why(Exception e) => e switch
    {
        PullException or PackageException or RefusedException => e.Message,
        Azure.RequestFailedException failed => $"the storage answered {failed.Status} {failed.ErrorCode}",
        HttpRequestException failed => $"the source cannot be reached ({failed.HttpRequestError})",
        _ => e.GetType().Name,
    };

    [LoggerMessage(LogLevel.Error, "Needs a person: {Provider} could not be pulled ({Kind}): {Why}")]
    static partial void Failed(ILogger logger, string provider, string kind, string why);
}
