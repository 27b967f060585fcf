using NewsNlp.Tool.Commands;
using NewsNlp.Tool.Hosting;

using var host = ToolHost.ForProcess();
using var signals = new TerminationSignals();
return await CommandLine.RunAsync(args, host, signals);
