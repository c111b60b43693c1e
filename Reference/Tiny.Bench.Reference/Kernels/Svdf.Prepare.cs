using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <content>Binding to a model. Inputs: features, feature weights, time weights, optional bias, state (variable).</content>
public sealed partial class Svdf
{
    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        context.RequireArity(5, 5);
        Tensor input = context.Input(0), feature = context.Input(1), time = context.Input(2), state = context.Input(4), output = context.Output();
        Tensor? bias = context.OptionalInput(3);
        if (input.Type != TensorType.Int8 || feature.Type != TensorType.Int8 || time.Type != state.Type || output.Type != TensorType.Int8)
            throw context.Unsupported(input, feature, time, bias, state, output);

        SvdfGeometry geometry = RequireGeometry(context, input, feature, time, bias, state, output);
        return state.Type switch
        {
            TensorType.Int8 => Bind<sbyte>(),
            TensorType.Int16 => Bind<short>(),
            _ => throw context.Unsupported(input, feature, time, bias, state, output),
        };

        PreparedOperator Bind<TState>()
            where TState : unmanaged, IBinaryInteger<TState>, IMinMaxValue<TState>
        {
            (float inputScale, int inputZeroPoint) = context.RequirePerTensor(input);
            (float stateScale, int stateZeroPoint) = context.RequirePerTensor(state);
            (float outputScale, int outputZeroPoint) = context.RequirePerTensor(output);
            float featureScale = RequireWeightScale(context, feature), timeScale = RequireWeightScale(context, time);
            var codes = new SvdfCodes
            {
                InputZeroPoint = inputZeroPoint,
                FeatureMultiplier = context.RequireMultiplier(ScaleFactors.ShortProduct(inputScale, featureScale, stateScale)),
                StateMinimum = int.CreateTruncating(TState.MinValue),
                StateMaximum = int.CreateTruncating(TState.MaxValue),
                StateZeroPoint = stateZeroPoint,
                TimeMultiplier = context.RequireMultiplier(ScaleFactors.ShortProduct(stateScale, timeScale, outputScale)),
                OutputZeroPoint = outputZeroPoint,
            };
            return new PreparedOperator(
                () => Run<TState, TRounding>(
                    geometry,
                    codes,
                    input.Read<sbyte>(),
                    feature.Read<sbyte>(),
                    time.Read<TState>(),
                    Tensor.ReadOptional<int>(bias),
                    state.Write<TState>(),
                    output.Write<sbyte>()),
                (long)geometry.Batches * geometry.Filters * (geometry.InputSize + (long)geometry.Memory));
        }
    }

    private static SvdfGeometry RequireGeometry(
        OperatorContext context, Tensor input, Tensor feature, Tensor time, Tensor? bias, Tensor state, Tensor output)
    {
        OperatorOptions options = context.Options(BuiltinOptionsType.Svdf);

        // The clamp of the integer kernel is always the whole range: a fused activation is checked, then ignored, as in TFLM.
        _ = FusedActivation.FloatRange(context, options.Byte(1, 0));
        context.RequireRank(input, 2, 2);
        context.RequireRank(feature, 2, 2);
        context.RequireRank(time, 2, 2);
        context.Require(input.Shape.ElementCount > 0, $"tensor {input.Index} has shape {input.Shape}; expected at least one element");
        int rank = options.Int32(0, 0), filters = feature.Shape[0], memory = time.Shape[1];
        context.Require(rank >= 1 && filters >= 1 && filters % rank == 0, $"{filters} filters do not make units of rank {rank}");
        context.Require(memory >= 1, $"tensor {time.Index} has shape {time.Shape}; expected a memory of at least one step");
        var geometry = new SvdfGeometry
        {
            Batches = input.Shape[0],
            InputSize = input.Shape[1],
            Units = filters / rank,
            Rank = rank,
            Memory = memory,
        };

        context.RequireShape(feature, new Shape(filters, geometry.InputSize));
        context.RequireShape(time, new Shape(filters, memory));
        context.RequireShape(output, new Shape(geometry.Batches, geometry.Units));
        if (bias is not null)
        {
            context.RequireType(bias, TensorType.Int32);
            context.RequireShape(bias, new Shape(geometry.Units));
        }

        context.Require(state.Model.IsVariable, $"tensor {state.Index} is not variable; expected the state, which outlives an inference");
        long stateCount = (long)geometry.Batches * filters * memory;
        context.Require(
            state.Shape.ElementCount == stateCount,
            $"tensor {state.Index} has shape {state.Shape}; expected {stateCount} elements, {memory} steps of {filters} filters a batch");
        return geometry;
    }

    private static float RequireWeightScale(OperatorContext context, Tensor weights)
    {
        (float scale, int zeroPoint) = context.RequirePerTensor(weights);
        context.Require(zeroPoint == 0, $"tensor {weights.Index} has zero point {zeroPoint}; expected 0 for weights");
        return scale;
    }
}
