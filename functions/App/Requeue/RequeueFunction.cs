using Homeward.App.Callers;
using Homeward.App.Deployments;
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
            foreach (var row in submissions)
            {
                await deployment.Queues.SendLanded(new SubmissionIdentity(row.Provider, row.Period, row.Upload), TimeSpan.Zero, request.Cancel);
            }

            var everything = request.Query("id") is null;
            var periods = everything ? await Requeued.Periods(deployment.Ledger, request.Cancel) : [];
            foreach (var period in periods)
            {
                await deployment.Queues.SendCompute(period, deployment.Clock.GetUtcNow(), TimeSpan.Zero, request.Cancel);
            }

            var messages = everything ? await Messages(deployment.Queues, request.Cancel) : 0;
            return Results.Json(new { submissions = submissions.Select(row => row.Id), periods = periods.Select(period => period.ToString()), messages });
        });

    /// <summary>Each message is sent before it is deleted: it may come twice, it is never lost.</summary>
    static async Task<int> Messages(Queues queues, CancellationToken cancel)
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
                    await Move(queues, name, message.MessageText, cancel);
                    await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancel);
                    moved++;
                }
            }
        }

        return moved;
    }

    static async Task Move(Queues queues, string poison, string message, CancellationToken cancel)
    {
        if (poison == Queues.BlobPoison)
        {
            if (BlobPoisonMessage.Identity(message) is { } identity)
            {
                await queues.SendLanded(identity, TimeSpan.Zero, cancel);
            }
        }
        else
        {
            await queues[poison[..^Queues.PoisonSuffix.Length]].SendMessageAsync(message, cancel);
        }
    }
}
