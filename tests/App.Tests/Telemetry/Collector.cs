using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Homeward.App.Tests.Telemetry;

/// <summary>A span as it came over the wire.</summary>
sealed record ReceivedSpan(string Name, string Trace, string Id, string Parent, IReadOnlyDictionary<string, string> Tags);

/// <summary>Takes OTLP over HTTP as a collector does, and decodes what these tests look at.</summary>
sealed class Collector : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentQueue<(string Path, byte[] Body)> requests = new();

    Collector(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>Every byte that came, as text: nothing personal may be in it.</summary>
    public string Everything => string.Concat(requests.Select(request => Encoding.UTF8.GetString(request.Body)));

    /// <summary>ExportTraceServiceRequest: resource_spans 1, scope_spans 2, spans 2 (opentelemetry-proto, trace.proto).</summary>
    public IReadOnlyList<ReceivedSpan> Spans => [.. Below("/v1/traces", 1, 2, 2).Select(span => Span([.. Protobuf.Fields(span)]))];

    /// <summary>ExportMetricsServiceRequest: resource_metrics 1, scope_metrics 2, metrics 2, name 1.</summary>
    public HashSet<string> Metrics => [.. Below("/v1/metrics", 1, 2, 2, 1).Select(Encoding.UTF8.GetString)];

    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var collector = new Collector(app);
        app.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            collector.requests.Enqueue((http.Request.Path, body.ToArray()));
            http.Response.ContentType = "application/x-protobuf";
        });
        await app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    IEnumerable<byte[]> Below(string path, params int[] fields) => fields.Aggregate(
        requests.Where(request => request.Path == path).Select(request => request.Body),
        (messages, field) => messages.SelectMany(Protobuf.Fields).Where(found => found.Field == field).Select(found => found.Bytes));

    static ReceivedSpan Span(IReadOnlyList<(int Field, byte[] Bytes)> fields) => new(
        Encoding.UTF8.GetString(Of(fields, 5)),
        Convert.ToHexStringLower(Of(fields, 1)),
        Convert.ToHexStringLower(Of(fields, 2)),
        Convert.ToHexStringLower(Of(fields, 4)),
        fields.Where(field => field.Field == 9).Select(field => Protobuf.Fields(field.Bytes).ToList()).ToDictionary(
            tag => Encoding.UTF8.GetString(Of(tag, 1)),
            tag => Encoding.UTF8.GetString(Of([.. Protobuf.Fields(Of(tag, 2))], 1))));

    static byte[] Of(IReadOnlyList<(int Field, byte[] Bytes)> fields, int field) => fields.FirstOrDefault(found => found.Field == field).Bytes ?? [];
}

/// <summary>The wire format, as far as it is needed: https://protobuf.dev/programming-guides/encoding/.</summary>
static class Protobuf
{
    /// <summary>Fields that carry bytes, in order; numbers are passed over.</summary>
    public static IEnumerable<(int Field, byte[] Bytes)> Fields(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Number(message, ref at);
            switch (key & 7)
            {
                case 0:
                    Number(message, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    var length = (int)Number(message, ref at);
                    yield return ((int)(key >> 3), message[at..(at + length)]);
                    at += length;
                    break;
            }
        }
    }

    static ulong Number(byte[] message, ref int at)
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            number |= (ulong)(part & 127) << shift;
            if (part < 128)
            {
                return number;
            }
        }
    }
}
