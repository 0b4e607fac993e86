using Homeward.Benchmarks;
using Homeward.Benchmarks.Inner;

return args switch
{
    ["child", ..] => Child.Run(args[1..]),
    ["inner", ..] => InnerBenchmarks.Run(args[1..]),
    _ => Verbs.Run(args),
};
