using System.CommandLine;
using NewsNlp.Training.Commands;

var root = new RootCommand("Trains and measures the models of NewsNlp.") { TrainCommand.Create() };
return root.Parse(args).Invoke();
