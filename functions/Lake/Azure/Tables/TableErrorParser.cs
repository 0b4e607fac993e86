using Azure.Core;
using Response = Azure.Response;
using ResponseError = Azure.ResponseError;

namespace Homeward.Lake.Azure.Tables;

/// <summary>The service's own name for what went wrong: it tells a missing row from a missing table.</summary>
sealed class TableErrorParser : RequestFailedDetailsParser
{
    public static string? Code(Response response) => response.Headers.TryGetValue("x-ms-error-code", out var code) ? code : null;

    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        error = Code(response) is { } code ? new ResponseError(code, $"The table service refused the request: {code}.") : null;
        return error is not null;
    }
}
