using System.Globalization;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Homeward.App.Local;

/// <summary>Reads a queue as the Functions host does: hidden while worked on, five attempts, then the poison queue.</summary>
sealed partial class QueueTrigger(FunctionFile function, QueueClient queue, QueueClient poison, HostCall host, LocalOptions options, TimeProvider clock, ILogger log)
{
    public async Task Run(CancellationToken cancel)
    {
        var working = new HashSet<Task>();
        while (true)
        {
            await BlobTrigger.Finished(working);
            var free = options.Parallel - working.Count;
            var messages = free == 0 ? [] : (await queue.ReceiveMessagesAsync(free, options.Hidden, cancel)).Value;
            working.UnionWith(messages.Select(message => Handle(message, cancel)));
            if (messages.Length == 0)
            {
                var news = Task.Delay(options.Poll, clock, cancel);
                await (working.Count > 0 ? Task.WhenAny([news, .. working]) : news);
                cancel.ThrowIfCancellationRequested();
            }
        }
    }

    async Task Handle(QueueMessage message, CancellationToken cancel)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var renewing = Renew(message, done.Token);
        var succeeded = await host.Post(function, HostCall.Quoted(message.MessageText), Metadata(message), cancel);
        await done.CancelAsync();
        var receipt = await renewing;
        try
        {
            if (succeeded)
            {
                await queue.DeleteMessageAsync(message.MessageId, receipt, cancel);
            }
            else if (message.DequeueCount >= options.Attempts)
            {
                PutAside(log, function.Name, options.Attempts);
                await poison.SendMessageAsync(message.MessageText, cancel);
                await queue.DeleteMessageAsync(message.MessageId, receipt, cancel);
            }
            else
            {
                await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: options.RetryAfter, cancellationToken: cancel);
            }
        }
        catch (Azure.RequestFailedException)
        {
            ComesAgain(log, function.Name);
        }
    }

    /// <summary>Keeps the message hidden until cancelled; gives the receipt that is valid then.</summary>
    async Task<string> Renew(QueueMessage message, CancellationToken done)
    {
        var receipt = message.PopReceipt;
        while (true)
        {
            try
            {
                await Task.Delay(options.Hidden / 3, clock, done);
                receipt = (await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: options.Hidden, cancellationToken: CancellationToken.None)).Value.PopReceipt;
            }
            catch (OperationCanceledException)
            {
                return receipt;
            }
            catch (Azure.RequestFailedException)
            {
                return receipt;
            }
        }
    }

    static Dictionary<string, object?> Metadata(QueueMessage message) => new()
    {
        ["DequeueCount"] = message.DequeueCount.ToString(CultureInfo.InvariantCulture),
        ["ExpirationTime"] = message.ExpiresOn,
        ["Id"] = HostCall.Quoted(message.MessageId),
        ["InsertionTime"] = message.InsertedOn,
        ["NextVisibleTime"] = message.NextVisibleOn,
        ["PopReceipt"] = HostCall.Quoted(message.PopReceipt),
    };

    [LoggerMessage(LogLevel.Error, "{Function} failed {Attempts} times on one message: it is put aside")]
    static partial void PutAside(ILogger logger, string function, int attempts);

    [LoggerMessage(LogLevel.Warning, "{Function}: the queue could not be told how it went, the message comes again")]
    static partial void ComesAgain(ILogger logger, string function);
}
