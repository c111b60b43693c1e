using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>Runs a float model on samples and sees which values its tensors take.</summary>
public sealed class Calibrator
{
    private readonly Interpreter _interpreter;

    /// <summary>Prepares a model.</summary>
    /// <exception cref="QuantizationException">The model is quantized already, holds what cannot be quantized, or has more than one input.</exception>
    /// <exception cref="ModelFormatException">An operator cannot be quantized, or has no kernel.</exception>
    public Calibrator(TfliteModel model)
    {
        _ = FloatGraph.Of(model);
        if (model.Main.Inputs.Count != 1)
            throw new QuantizationException(model.Source, $"has {model.Main.Inputs.Count} inputs; expected 1");
        _interpreter = new Interpreter(model);
    }

    /// <summary>Number of values in a sample.</summary>
    public int InputLength => _interpreter.Inputs[0].Shape.ElementCount;

    /// <summary>Range and means of every computed tensor.</summary>
    /// <param name="samples">At least one, each of <see cref="InputLength"/> values; read once, or twice by a method that needs histograms.</param>
    /// <param name="method">How much of the values the range covers.</param>
    /// <param name="progress">Called after each sample of each pass.</param>
    /// <param name="cancellationToken">Ends the run between two samples.</param>
    /// <exception cref="QuantizationException">There is no sample, or a tensor takes a value that is not finite.</exception>
    public Calibration Run(
        IReadOnlyCollection<ReadOnlyMemory<float>> samples,
        CalibrationMethod method = CalibrationMethod.MinMax,
        Action<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        if (samples.Count == 0)
            throw new QuantizationException(_interpreter.Model.Source, "has no calibration sample; expected at least 1");
        var ranges = new RangeObserver(_interpreter.Model.Source);
        Pass(samples, ranges, progress, cancellationToken);
        if (method == CalibrationMethod.MinMax)
            return new Calibration(ranges.Ranges, ranges.ChannelMeans);
        var histograms = new HistogramObserver(ranges.Ranges);
        Pass(samples, histograms, progress, cancellationToken);

        // What goes into the model and comes out of it is read by others, to whom an outlier may be the point.
        ModelSubgraph graph = _interpreter.Model.Main;
        return new Calibration(histograms.Clip(method, [.. graph.Inputs, .. graph.Outputs]), ranges.ChannelMeans);
    }

    private void Pass(
        IReadOnlyCollection<ReadOnlyMemory<float>> samples, IValueObserver observer, Action<int>? progress, CancellationToken cancellationToken)
    {
        Tensor input = _interpreter.Inputs[0];
        int done = 0;
        foreach (ReadOnlyMemory<float> sample in samples)
        {
            cancellationToken.ThrowIfCancellationRequested();
            observer.See(input.Model, sample.Span);
            _interpreter.SetInput(0, MemoryMarshal.AsBytes(sample.Span));
            _interpreter.Invoke(new Outputs(observer));
            progress?.Invoke(++done);
        }
    }

    private sealed class Outputs(IValueObserver observer) : IOperatorObserver
    {
        public void Computed(ModelOperator @operator, ReadOnlySpan<Tensor> outputs)
        {
            foreach (Tensor output in outputs)
            {
                if (output.Type == TensorType.Float32)
                    observer.See(output.Model, output.Read<float>());
            }
        }
    }
}
