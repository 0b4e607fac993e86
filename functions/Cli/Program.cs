using Homeward.Cli;
using Homeward.Cli.Terminals;

return await new CommandLine(Terminal.OfProcess()).Run(args);
