namespace Homeward.Reference.Loading;

/// <summary>Reads <c>sources.csv</c> (pulls) and <c>callers.csv</c> (HTTP).</summary>
static class AccessFiles
{
    public const string SourcesFile = "sources.csv";
    public const string CallersFile = "callers.csv";

    public static List<Located<PullSource>> Sources(FolderReader folder) => folder.Rows(
        SourcesFile,
        [new("provider"), new("kind"), new("address"), new("secret_name", Optional: true), new("schedule", Optional: true)],
        (file, row) =>
        {
            var provider = file.Key(row, "provider");
            var address = file.Text(row, "address");
            if (address is null)
            {
                file.Problem(row, "address is blank: fill it in or take the row out.");
            }

            return provider is not null && address is not null && SourceKind(file, row) is { } kind
                ? new PullSource(provider, kind, address, file.Text(row, "secret_name"), file.Text(row, "schedule"))
                : null;
        });

    public static List<Located<Caller>> Callers(FolderReader folder)
    {
        var rows = folder.Rows(
            CallersFile,
            [new("object_id"), new("role"), new("org_code", Optional: true), new("collaborative", Optional: true)],
            (file, row) =>
            {
                var id = file.Text(row, "object_id");
                if (id is null)
                {
                    file.Problem(row, "object_id is blank: fill it in or take the row out.");
                }

                var role = Role(file, row);
                var organisation = file.Code(row, "org_code");
                var collaborative = file.Code(row, "collaborative");
                if (role == CallerRole.Provider && organisation is null)
                {
                    file.Problem(row, "org_code is blank: a Provider sees its own submissions only, so name whose they are.");
                }

                if (role == CallerRole.CaseManager && collaborative is null)
                {
                    file.Problem(row, "collaborative is blank: a CaseManager sees one collaborative's people only, so name it.");
                }

                return id is not null && role is { } known ? new Caller(id, known, organisation, collaborative) : null;
            });
        Overlaps.Check(rows, row => (row.ObjectId, row.Role, row.Organisation, row.Collaborative), _ => Effective.Always, row => $"caller {row.ObjectId}", folder.Log);
        return rows;
    }

    static PullSourceKind? SourceKind(ReferenceFile file, int row)
    {
        switch (file.Code(row, "kind"))
        {
            case "BLOB":
                return PullSourceKind.Blob;
            case "HTTPS":
                return PullSourceKind.Https;
            case var kind:
                file.Problem(row, $"kind '{kind}' is unknown: expected blob or https.");
                return null;
        }
    }

    static CallerRole? Role(ReferenceFile file, int row)
    {
        switch (file.Text(row, "role"))
        {
            case "Provider":
                return CallerRole.Provider;
            case "Analyst":
                return CallerRole.Analyst;
            case "CaseManager":
                return CallerRole.CaseManager;
            case "Admin":
                return CallerRole.Admin;
            case var role:
                file.Problem(row, $"role '{role}' is unknown: expected Provider, Analyst, CaseManager or Admin.");
                return null;
        }
    }
}
