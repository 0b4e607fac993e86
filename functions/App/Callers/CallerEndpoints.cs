using Homeward.App.Deployments;
using Homeward.Pipeline.Packages;
using Homeward.Reference;

namespace Homeward.App.Callers;

/// <summary>A request of a known caller.</summary>
sealed record CallerRequest(HttpContext Http, Caller Caller, ReferenceData Reference)
{
    public CancellationToken Cancel => Http.RequestAborted;

    /// <exception cref="RefusedException">It was given more than once.</exception>
    public string? Query(string name) => Http.Request.Query[name] switch
    {
        [] or [""] => null,
        [{ } value] => value,
        _ => throw new RefusedException(400, $"?{name}= was given more than once: give it once."),
    };

    /// <summary>The provider that the caller sends for.</summary>
    /// <exception cref="RefusedException">None, another one's, or one that the reference data does not know.</exception>
    public string KnownProvider()
    {
        var provider = Provider();
        return Reference.Organisations.Any(organisation => organisation.Code == provider)
            ? provider
            : throw new RefusedException(400, "The reference data knows no organisation of this code: check the ODS code, or have it added to organisations.csv.");
    }

    /// <summary>The provider that the caller speaks for: its own, or for an administrator the one asked for.</summary>
    /// <exception cref="RefusedException">None, or another one's.</exception>
    public string Provider() => (Caller.Role, Caller.Organisation, Query("provider")) switch
    {
        (CallerRole.Provider, { } own, null) => own,
        (CallerRole.Provider, { } own, { } asked) when own == asked => own,
        (CallerRole.Admin, _, { } asked) => asked,
        (CallerRole.Admin, _, null) => throw new RefusedException(400, "Say for which provider: ?provider=RWR."),
        _ => throw RefusedException.Forbidden,
    };
}

/// <summary>The request is answered with this status and sentence.</summary>
sealed class RefusedException(int status, string message) : Exception(message)
{
    public static RefusedException Forbidden => new(403, "You are known, but this is not open to you: ask for a row in callers.csv.");

    public int Status => status;
}

static partial class CallerEndpoints
{
    const string RetryAfterSeconds = "10";

    const string Json = "application/json; charset=utf-8";

    /// <summary>Maps an HTTP function: who is not known is turned away before anything is read.</summary>
    public static RouteHandlerBuilder MapCallers(
        this IEndpointRouteBuilder app, string method, string route, Deployment deployment, CallerIdentity identity, Func<CallerRequest, Task<IResult>> answer) =>
        app.MapMethods("/api/" + route, [method], async (HttpContext http) =>
        {
            Harden(http.Response);
            try
            {
                if (identity.Of(http.Request) is not { } proved)
                {
                    return Problem(401, "Say who you are: sign in, or on a laptop send the key that was printed at start as x-homeward-key.");
                }

                var reference = await deployment.Reference.Get(http.RequestAborted);
                return proved.Caller(reference) is { } caller
                    ? await answer(new CallerRequest(http, caller, reference))
                    : Problem(403, RefusedException.Forbidden.Message);
            }
            catch (UnusableReferenceException)
            {
                return Problem(503, "The reference data of this deployment cannot be used, so nobody can be answered: its operators read in the log and in /api/health which file and line it is.");
            }
            catch (Exception e) when (StorageTrouble.IsAway(e) && !http.RequestAborted.IsCancellationRequested)
            {
                StorageAway(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(CallerEndpoints)), method, route, StorageTrouble.Words(e) ?? e.GetType().Name);
                http.Response.Headers.RetryAfter = RetryAfterSeconds;
                return Problem(503, "The storage of this app does not answer at the moment: try again in a while. Sending the same again is safe.");
            }
            catch (RefusedException e)
            {
                return Problem(e.Status, e.Message);
            }
            catch (PackageException e)
            {
                return Problem(400, e.Message);
            }
            catch (BadHttpRequestException e)
            {
                return Problem(e.StatusCode, e.StatusCode == 413 ? "The request is too large: upload the files to storage instead, or fewer at a time." : "The request cannot be read.");
            }
        });

    public static IResult Problem(int status, string message) =>
        Results.Json(new { error = message }, contentType: Json, statusCode: status);

    static void Harden(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    [LoggerMessage(LogLevel.Error, "{Method} /api/{Route} was answered 503: the storage {Why}")]
    static partial void StorageAway(ILogger logger, string method, string route, string why);
}
