using Homeward.App.Callers;
using Homeward.App.ComputePeriod;
using Homeward.App.Deployments;
using Homeward.App.IngestFromQueue;
using Homeward.Columns;
using Homeward.Pipeline.Operations;
using Homeward.Reference;
using Homeward.Submissions;

namespace Homeward.App.Requeue;

/// <summary><c>POST /api/requeue</c>, for <c>homeward requeue</c>: everything that was put aside is tried again. Administrators only.</summary>
static class RequeueFunction
{
    const int Batch = 32;

    public static void Map(IEndpointRouteBuilder app, Deployment deployment, CallerIdentity identity) =>
        app.MapCallers("POST", "requeue", deployment, identity, async request =>
        {
            if (request.Caller.Role != CallerRole.Admin)
            {
                throw RefusedException.Forbidden;
            }

            var submissions = await Requeued.Submissions(deployment.Ledger, request.Query("id"), request.Cancel);
            var everything = request.Query("id") is null;
            var periods = everything ? await Requeued.Periods(deployment.Ledger, request.Cancel) : [];
            var work = new Again(deployment, request.Cancel);
            foreach (var row in submissions)
            {
                await work.Landed(new SubmissionIdentity(row.Provider, row.Period, row.Upload));
            }

            foreach (var period in periods)
            {
                await work.Compute(period);
            }

            var messages = everything ? await Messages(deployment.Queues, work, request.Cancel) : 0;
            return Results.Json(new
            {
                submissions = submissions.Select(row => row.Id),
                periods = periods.Select(period => period.ToString()),
                messages,
                unreadable = work.Unreadable,
                removed = work.Removed,
            });
        });

    /// <summary>Each message is sent before it is deleted: it may come twice, it is never lost.</summary>
    static async Task<int> Messages(Queues queues, Again work, CancellationToken cancel)
    {
        var moved = 0;
        foreach (var name in Queues.All.Where(name => name.EndsWith(Queues.PoisonSuffix, StringComparison.Ordinal)))
        {
            var poison = queues[name];
            for (var messages = (await poison.ReceiveMessagesAsync(Batch, cancellationToken: cancel)).Value;
                messages.Length > 0;
                messages = (await poison.ReceiveMessagesAsync(Batch, cancellationToken: cancel)).Value)
            {
                foreach (var message in messages)
                {
                    await work.Move(name, message.MessageText);
                    await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancel);
                    moved++;
                }
            }
        }

        return moved;
    }

    /// <summary>Sends work once, however many messages ask for it: looking at a provider takes in all that it uploaded.</summary>
    sealed class Again(Deployment deployment, CancellationToken cancel)
    {
        readonly HashSet<string> providers = new(StringComparer.Ordinal);
        readonly HashSet<Month> periods = [];

        public Task Landed(SubmissionIdentity identity) =>
            providers.Add(identity.Provider) ? deployment.Queues.SendLanded(identity, TimeSpan.Zero, cancel) : Task.CompletedTask;

        public Task Compute(Month period) =>
            periods.Add(period) ? deployment.Queues.SendCompute(period, deployment.Clock.GetUtcNow(), TimeSpan.Zero, cancel) : Task.CompletedTask;

        /// <summary>Messages that name nothing of ours, and went back as they are: the function refuses them or puts them aside again.</summary>
        public int Unreadable { get; private set; }

        /// <summary>Messages of files that are no upload's manifest: there is nothing that could be tried.</summary>
        public int Removed { get; private set; }

        public Task Move(string poison, string message)
        {
            switch (poison)
            {
                case Queues.BlobPoison when BlobPoisonMessage.Identity(message) is { } blob:
                    return Landed(blob);
                case Queues.BlobPoison:
                    Removed++;
                    return Task.CompletedTask;
                case Queues.Landing + Queues.PoisonSuffix when IngestFromQueueFunction.Identity(message) is { } landed:
                    return Landed(landed);
                case Queues.Compute + Queues.PoisonSuffix when ComputePeriodFunction.Period(message) is { } period:
                    return Compute(period);
                case Queues.Summarise + Queues.PoisonSuffix:
                    break;
                default:
                    Unreadable++;
                    break;
            }

            return deployment.Queues[poison[..^Queues.PoisonSuffix.Length]].SendMessageAsync(message, cancel);
        }
    }
}
