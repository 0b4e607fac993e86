namespace Homeward.Lake.Azure.Tables;

/// <summary>The table service and key of a storage connection string.</summary>
static class TableConnectionString
{
    const string Emulator =
        "AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + "TableEndpoint=http://127.0.0.1:10002/devstoreaccount1";

    public static (Uri Endpoint, TableSharedKeyCredential Credential) Parse(string text)
    {
        var parts = Parts(text);
        if (parts.GetValueOrDefault("UseDevelopmentStorage") == "true")
        {
            parts = Parts(Emulator);
        }

        var name = parts.GetValueOrDefault("AccountName") ?? throw Lacks("AccountName");
        var key = parts.GetValueOrDefault("AccountKey") ?? throw Lacks("AccountKey");
        var endpoint = parts.GetValueOrDefault("TableEndpoint")
            ?? $"{parts.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{name}.table.{parts.GetValueOrDefault("EndpointSuffix", "core.windows.net")}";
        return (new Uri(endpoint), new TableSharedKeyCredential(name, key));
    }

    static Dictionary<string, string> Parts(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToDictionary(part => part[0], part => part[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>The text holds a key: it is never shown.</summary>
    static FormatException Lacks(string part) =>
        new($"The storage connection string has no {part}: expected AccountName=…;AccountKey=…;TableEndpoint=… or an identity instead.");
}
