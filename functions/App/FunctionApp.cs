using Homeward.App.Callers;
using Homeward.App.CloseMonth;
using Homeward.App.ComputePeriod;
using Homeward.App.Deployments;
using Homeward.App.GetKpis;
using Homeward.App.GetReport;
using Homeward.App.GetSubmission;
using Homeward.App.GetWorklist;
using Homeward.App.Health;
using Homeward.App.IngestFromQueue;
using Homeward.App.IngestSubmission;
using Homeward.App.ListSubmissions;
using Homeward.App.PullSubmissions;
using Homeward.App.Requeue;
using Homeward.App.Submit;
using Homeward.App.Summarise;
using Homeward.App.SweepLanding;
using Homeward.App.Telemetry;
using Homeward.App.Validate;

namespace Homeward.App;

/// <summary>The web server that the Functions host, or the local triggers, send events and requests to.</summary>
static class FunctionApp
{
    /// <summary>Requests that carry no zip.</summary>
    const long SmallBody = 1 << 20;

    /// <param name="url">Always an address of this machine only: the host, or the person at it, is the only one who may call.</param>
    public static WebApplication Build(Uri url, Deployment deployment, CallerIdentity identity, Pulling pulling, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url.AbsoluteUri);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = SmallBody;
        });
        builder.Logging.ClearProviders();
        configure?.Invoke(builder);
        Observability.Add(builder);
        var app = builder.Build();
        Observability.FlushAtTheEnd(app);
        var loggers = app.Services.GetRequiredService<ILoggerFactory>();
        app.UseExceptionHandler(failed => failed.Run(http => CallerEndpoints.Problem(500, "The app failed on this request, not through you: its log says why. Sending the same again is safe.").ExecuteAsync(http)));
        app.UseStatusCodePages(empty => CallerEndpoints.Problem(empty.HttpContext.Response.StatusCode, Words(empty.HttpContext.Response.StatusCode)).ExecuteAsync(empty.HttpContext));
        deployment.Reference.Log = loggers.CreateLogger<ReferenceCache>();
        var arrivals = new ArrivalHandler(deployment, loggers.CreateLogger<ArrivalHandler>());
        var summarise = new SummariseHandler(deployment, loggers.CreateLogger<SummariseHandler>());
        app.Lifetime.ApplicationStopped.Register(summarise.Dispose);
        var compute = new ComputeHandler(deployment, summarise, loggers.CreateLogger<ComputeHandler>());

        IngestSubmissionFunction.Map(app, arrivals);
        IngestFromQueueFunction.Map(app, arrivals);
        ComputePeriodFunction.Map(app, compute);
        SummariseFunction.Map(app, summarise);
        new SweepLandingFunction(deployment, compute, summarise, loggers.CreateLogger<SweepLandingFunction>()).Map(app);
        new PullSubmissionsFunction(deployment, pulling, loggers.CreateLogger<PullSubmissionsFunction>()).Map(app);
        CloseMonthFunction.Map(app, deployment, loggers.CreateLogger(CloseMonthFunction.Name));

        ValidateFunction.Map(app, deployment, identity);
        SubmitFunction.Map(app, deployment, identity);
        ListSubmissionsFunction.Map(app, deployment, identity);
        GetSubmissionFunction.Map(app, deployment, identity);
        GetReportFunction.Map(app, deployment, identity);
        GetKpisFunction.Map(app, deployment, identity);
        GetWorklistFunction.Map(app, deployment, identity, loggers.CreateLogger("GetWorklist"));
        RequeueFunction.Map(app, deployment, identity);
        HealthFunction.Map(app, deployment, identity);
        return app;
    }

    /// <summary>For answers that come from no function.</summary>
    static string Words(int status) => status switch
    {
        404 => "There is nothing at this address: expected /api/submissions, /api/validate, /api/kpis, /api/worklist, /api/requeue or /api/health.",
        405 => "This address does not take this method: GET reads, POST sends.",
        415 => "The body has the wrong type: events come as application/json.",
        _ => "The request cannot be read.",
    };
}
