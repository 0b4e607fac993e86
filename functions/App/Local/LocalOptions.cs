namespace Homeward.App.Local;

/// <summary>How the local triggers behave; the defaults are the Functions host's, where it has them.</summary>
sealed record LocalOptions
{
    /// <summary>Attempts before a message is put aside.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>How long a message stays away after a failure.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a message stays hidden while a function works on it; renewed while it works, so that one whose worker was killed comes back soon.</summary>
    public TimeSpan Hidden { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often storage is asked for news.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Events that one trigger works on at the same time.</summary>
    public int Parallel { get; init; } = 4;
}
