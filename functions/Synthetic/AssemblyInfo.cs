using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Homeward.Synthetic.Tests")]
