using Homeward.Measures.Belonging;
using Homeward.Measures.Months;
using Homeward.Measures.Records;

namespace Homeward.Measures.Stories;

/// <summary>What measures read that no single person has: beds, money, which submissions came.</summary>
sealed record RegionFacts(Region Region, Memberships Memberships, ProviderMonths Months);
