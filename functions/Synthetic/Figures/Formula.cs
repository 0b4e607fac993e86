namespace Homeward.Synthetic.Figures;

/// <summary>How a published figure follows from the rows that it names.</summary>
public enum Formula
{
    /// <summary>The one row's value.</summary>
    Value,

    /// <summary>The rows added up.</summary>
    Sum,

    /// <summary>100 × (second − first) ÷ first.</summary>
    ChangePercent,

    /// <summary>100 × first ÷ second.</summary>
    PercentOf,

    /// <summary>How many of the rows have a value above 0.</summary>
    Count,

    /// <summary>The rows are pairs (before, after): 1 where the first pair falls by the greatest percentage, 2 where one pair falls more, …</summary>
    RankOfFall,
}
