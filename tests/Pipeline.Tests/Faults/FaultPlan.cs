namespace Homeward.Pipeline.Tests.Faults;

/// <summary>The process dies at one effect on the world: just before it, or just after it.</summary>
sealed class FaultPlan(int step, bool after)
{
    int effects;
    bool dead;

    public static FaultPlan Never => new(-1, false);

    /// <summary>Effects so far.</summary>
    public int Effects => effects;

    public async Task<T> Do<T>(Func<Task<T>> effect)
    {
        var mine = effects++;
        dead |= mine == step && !after;
        if (dead)
        {
            throw new DeathException();
        }

        var done = await effect();
        dead = mine == step;
        return dead ? throw new DeathException() : done;
    }
}

/// <summary>The process is gone: nothing that runs after it may have an effect.</summary>
sealed class DeathException : Exception;
