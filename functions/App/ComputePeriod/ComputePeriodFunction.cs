using System.Text.Json;
using Homeward.App.Deployments;
using Homeward.App.Invocations;
using Homeward.Columns;

namespace Homeward.App.ComputePeriod;

/// <summary>A period's figures may be behind: bring them up to date.</summary>
static class ComputePeriodFunction
{
    public const string Name = "ComputePeriod";

    public static void Map(IEndpointRouteBuilder app, ComputeHandler compute) =>
        app.MapFunction(Name, async (invocation, cancel) =>
        {
            var (period, since) = Read(invocation.Data("work"));
            return await compute.Handle(period, since, cancel);
        });

    /// <summary>The period that a message names; null where it is no message of ours.</summary>
    public static Month? Period(string message)
    {
        try
        {
            return Read(message).Period;
        }
        catch (InvalidInvocationException)
        {
            return null;
        }
    }

    static (Month Period, DateTimeOffset Since) Read(string? message)
    {
        try
        {
            var work = JsonSerializer.Deserialize<ComputeMessage>(message ?? "", JsonSerializerOptions.Web);
            return Month.TryParse(work?.Period, out var period)
                ? (period, work.Since)
                : throw new InvalidInvocationException("The message names no period: expected {\"period\":\"yyyy-MM\"}.");
        }
        catch (JsonException e)
        {
            throw new InvalidInvocationException("The message is not JSON: expected {\"period\":\"yyyy-MM\"}.", e);
        }
    }
}
