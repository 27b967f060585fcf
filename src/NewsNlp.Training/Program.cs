using System.CommandLine;
using NewsNlp.Training.Commands;

var root = new RootCommand("Trains and measures the models of NewsNlp.")
{
    TrainCommand.Create(),
    CrossValidateCommand.Create(),
    DebugDataCommand.Create(),
};
return root.Parse(args).Invoke();
