namespace NewsNlp.Training;

/// <summary>Trains one part of the model. Implementations are listed in <see cref="Components"/>.</summary>
internal interface IComponentTrainer
{
    /// <summary>The part's name: in the configuration, on the command line and in the model's metadata.</summary>
    string Name { get; }

    /// <summary>
    /// Trains the part. The same data, settings and model so far must give the same bytes.
    /// </summary>
    TrainedComponent Train(TrainingContext context);
}
