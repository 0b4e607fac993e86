using Homeward.Measures.Belonging;
using Homeward.Measures.Records;

namespace Homeward.Measures.Stories;

/// <summary>Which collaboratives send requests to a patient flow hub, and until when.</summary>
sealed class HubUse
{
    readonly Dictionary<int, int> newest = [];

    public HubUse(Region region, Lenses lenses)
    {
        foreach (ref readonly var request in region.Small.Requests.Rows.AsSpan())
        {
            var collaborative = lenses.Beds(request.Provider, request.Line, request.Month);
            newest[collaborative] = Math.Max(request.Month, newest.GetValueOrDefault(collaborative, -1));
        }
    }

    /// <param name="first">The window's first month, as months since the first month read.</param>
    public bool Sends(int collaborative, int first) => newest.TryGetValue(collaborative, out var month) && month >= first;
}
