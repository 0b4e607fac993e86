using Homeward.App.Callers;
using Homeward.App.Deployments;
using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Lake;
using Homeward.Reference;

namespace Homeward.App.GetKpis;

/// <summary><c>GET /api/kpis?period=&amp;measure=&amp;window=&amp;breakdown=&amp;collaborative=&amp;lens=&amp;restricted=true</c>.</summary>
/// <remarks>Suppressed figures for analysts; exact ones for case managers, of their own collaborative only.</remarks>
static class GetKpisFunction
{
    static readonly (string Query, string Column)[] Filters =
    [
        ("measure", "measure_id"), ("window", "window"), ("breakdown", "breakdown"), ("collaborative", "collaborative"),
        ("lens", "lens"), ("split", "split"), ("scope", "scope"), ("level", "primary_level"),
    ];

    public static void Map(IEndpointRouteBuilder app, Deployment deployment, CallerIdentity identity) =>
        app.MapCallers("GET", "kpis", deployment, identity, async request =>
        {
            var restricted = request.Query("restricted") is { } which
                && (bool.TryParse(which, out var exact) ? exact : throw new RefusedException(400, "restricted is neither true nor false."));
            var own = Allow(request.Caller, restricted);
            var period = Month.TryParse(request.Query("period"), out var asked) ? asked : throw new RefusedException(400, "Say which month: ?period=yyyy-MM.");
            var file = await deployment.Store.Get(LakePaths.Kpi(restricted ? Zone.Restricted : Zone.Marts, period), request.Cancel)
                ?? throw new RefusedException(404, $"There are no figures of {period}.");
            var figures = ParquetReader.Open(file.Bytes).Read();
            var wanted = Filters.Where(filter => request.Query(filter.Query) is not null)
                .Select(filter => (filter.Column, Value: request.Query(filter.Query)!))
                .Concat(own is null ? [] : [("collaborative", own)])
                .ToList();
            return Results.Json(new { period = period.ToString(), restricted, rows = TableJson.Rows(figures, wanted).Select(row => TableJson.Json(figures, row)) });
        });

    /// <summary>The one collaborative whose figures the caller may see; null for all.</summary>
    static string? Allow(Caller caller, bool restricted) => (caller.Role, restricted) switch
    {
        (CallerRole.Admin, _) or (CallerRole.Analyst, false) or (CallerRole.CaseManager, false) => null,
        (CallerRole.CaseManager, true) when caller.Collaborative is { } own => own,
        _ => throw RefusedException.Forbidden,
    };
}
