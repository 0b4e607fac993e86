using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Story;

/// <summary>Somebody, and where they lived before any admission.</summary>
sealed record Person(string NhsNumber, DateOnly Born, string Gender, string Ethnicity, HomeArea Home, HomePlace Place, string Practice);
