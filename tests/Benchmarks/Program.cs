using Homeward.Benchmarks;

return args switch
{
    ["child", ..] => Child.Run(args[1..]),
    _ => Verbs.Run(args),
};
