using System.Text.Json;

namespace Homeward.App.Invocations;

/// <summary>Where the Functions host posts events: <c>/{FunctionName}</c>.</summary>
static class InvocationEndpoints
{
    static readonly JsonSerializerOptions AsIs = new();

    /// <summary>The host sends a manifest's text with its event: one that is a data file by mistake is to be judged, not put aside.</summary>
    const long LargestPayload = 32 << 20;

    /// <param name="run">Gives the lines for the invocation's log. An exception fails the invocation, so that the host tries it again.</param>
    public static void MapFunction(this IEndpointRouteBuilder app, string name, Func<Invocation, CancellationToken, Task<IReadOnlyList<string>>> run) =>
        app.MapPost("/" + name, async (HttpContext http, ILoggerFactory loggers) =>
        {
            if (http.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
            {
                return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
            }

            try
            {
                var invocation = await Invocation.Read(http.Request.Body, http.RequestAborted);
                return Answer(StatusCodes.Status200OK, await run(invocation, http.RequestAborted));
            }
            catch (InvalidInvocationException e)
            {
                return Answer(StatusCodes.Status400BadRequest, [e.Message]);
            }
            catch (Exception e) when (e is not OperationCanceledException || !http.RequestAborted.IsCancellationRequested)
            {
                InvocationLog.Failed(loggers.CreateLogger(name), name, e);
                return Answer(StatusCodes.Status500InternalServerError, [$"{name} failed: {e.GetType().Name}"]);
            }
        }).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestPayload));

    static IResult Answer(int status, IReadOnlyList<string> logs) =>
        Results.Json(new InvocationResponse(new Dictionary<string, object>(), logs, null), AsIs, statusCode: status);
}

/// <summary>The form of an answer: https://learn.microsoft.com/azure/azure-functions/functions-custom-handlers#response-payload.</summary>
sealed record InvocationResponse(IReadOnlyDictionary<string, object> Outputs, IReadOnlyList<string> Logs, string? ReturnValue);

static partial class InvocationLog
{
    [LoggerMessage(LogLevel.Error, "{Function} failed")]
    public static partial void Failed(ILogger logger, string function, Exception exception);
}
