using Homeward.App.Callers;
using Homeward.App.Deployments;
using Homeward.App.GetKpis;
using Homeward.Columns.Parquet;
using Homeward.Lake;
using Homeward.Reference;

namespace Homeward.App.GetWorklist;

/// <summary><c>GET /api/worklist?sender=RWR&amp;format=html|csv|json</c>: whom a case manager's own collaborative has placed away.</summary>
/// <remarks>Without a sender, the senders that have a worklist. Every reading is logged with the reader's object id.</remarks>
static partial class GetWorklistFunction
{
    public static void Map(IEndpointRouteBuilder app, Deployment deployment, CallerIdentity identity, ILogger log) =>
        app.MapCallers("GET", "worklist", deployment, identity, async request =>
        {
            var senders = await Senders(request, deployment.Store);
            if (request.Query("sender") is not { } sender)
            {
                return Results.Json(new { senders });
            }

            if (!senders.Contains(sender))
            {
                throw new RefusedException(404, "There is no worklist of this sender, or it is not of your collaborative.");
            }

            Read(log, request.Caller.ObjectId, sender);
            return request.Query("format") switch
            {
                "html" => Results.Bytes(await File(request, deployment.Store, sender, "html"), "text/html; charset=utf-8"),
                "csv" => Results.Bytes(await File(request, deployment.Store, sender, "csv"), "text/csv; charset=utf-8"),
                null or "json" => Json(sender, await File(request, deployment.Store, sender, "parquet")),
                _ => throw new RefusedException(400, "The format is not known: expected html, csv or json."),
            };
        });

    /// <summary>Senders with a worklist that the caller may see: members of the caller's collaborative.</summary>
    static async Task<IReadOnlyList<string>> Senders(CallerRequest request, ILakeStore store)
    {
        var members = (request.Caller.Role, request.Caller.Collaborative) switch
        {
            (CallerRole.Admin, _) => request.Reference.Collaboratives,
            (CallerRole.CaseManager, { } own) => request.Reference.Collaboratives.Where(collaborative => collaborative.Code == own),
            _ => throw RefusedException.Forbidden,
        };
        var allowed = members.SelectMany(collaborative => collaborative.Members).Select(member => member.Organisation).ToHashSet(StringComparer.Ordinal);
        const string Prefix = "sender=";
        return await store.List(LakeFolder.Of(Zone.Casework, "worklist"), request.Cancel)
            .Select(entry => entry.Name.Split('/')[0])
            .Where(folder => folder.StartsWith(Prefix, StringComparison.Ordinal) && allowed.Contains(folder[Prefix.Length..]))
            .Select(folder => folder[Prefix.Length..])
            .Distinct()
            .ToListAsync(request.Cancel);
    }

    static async Task<byte[]> File(CallerRequest request, ILakeStore store, string sender, string extension) =>
        (await store.Get(LakePath.Of(Zone.Casework, "worklist", $"sender={sender}", $"worklist.{extension}"), request.Cancel))?.Bytes
        ?? throw new RefusedException(404, $"There is no worklist.{extension} of this sender.");

    static IResult Json(string sender, byte[] parquet)
    {
        var worklist = ParquetReader.Open(parquet).Read();
        return Results.Json(new { sender, rows = Enumerable.Range(0, worklist.RowCount).Select(row => TableJson.Json(worklist, row)) });
    }

    [LoggerMessage(LogLevel.Information, "Worklist of {Sender} read by {ObjectId}")]
    static partial void Read(ILogger logger, string objectId, string sender);
}
