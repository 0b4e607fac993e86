using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Extract;

/// <summary>A review and how long it is worth sending: a month's extract has the month's reviews and the last one before it.</summary>
/// <param name="Until">The next review of the same stay, or its end; null: the stay goes on.</param>
sealed record KnownReview(Review Review, DateOnly? Until)
{
    public static IEnumerable<KnownReview> Of(IEnumerable<Review> reviews)
    {
        Dictionary<Episode, DateOnly> next = new(ReferenceEqualityComparer.Instance);
        Stack<KnownReview> known = [];
        foreach (var review in reviews.OrderByDescending(review => review.Date))
        {
            var end = review.Episode.End;
            known.Push(new(review, next.TryGetValue(review.Episode, out var day) && (end is null || day < end) ? day : end));
            next[review.Episode] = review.Date;
        }

        return known;
    }
}
