using Homeward.Columns;
using Homeward.Synthetic.Extract;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.Common;

/// <summary>The ordinary submission of a month: in time, whole and right.</summary>
static class MonthlyPlan
{
    public static UploadPlan Good(Random chance, Provider provider, Month month) =>
        new(provider, month, "monthly", (month + 1).FirstDay.AddDays(8 + chance.Next(10)).ToDateTime(new TimeOnly(8 + chance.Next(9), chance.Next(60))));
}
