using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using Xunit;

namespace Devmap.Tests.Unit;

/// <summary>A project that sees no contract pays nothing: beyond the look for contracts, no action is registered.</summary>
public sealed class NoContractTests
{
    private const string Plain = """
        public sealed class Page
        {
            public void Get() { }
            public void Put() { }
            public void Use() { Get(); Put(); Put(); }
        }
        """;

    [Fact]
    public async Task No_action_is_registered_without_a_contract_in_sight()
    {
        AnalyzerTelemetryInfo telemetry = await TelemetryOfAsync(Plain);

        Assert.Equal(1, telemetry.CompilationStartActionsCount);
        Assert.Equal(0, OtherActions(telemetry));
    }

    [Fact]
    public async Task Actions_are_registered_with_the_library_in_sight()
    {
        AnalyzerTelemetryInfo telemetry = await TelemetryOfAsync(Plain, MetadataReference.CreateFromFile(typeof(Devmap.Page).Assembly.Location));

        Assert.NotEqual(0, OtherActions(telemetry));
    }

    [Fact]
    public async Task Actions_are_registered_with_an_attribute_of_the_project_itself()
    {
        AnalyzerTelemetryInfo telemetry = await TelemetryOfAsync(Plain + """

            namespace Devmap.Contracts
            {
                internal sealed class ReleasesRefAttribute : System.Attribute { }
            }
            """);

        Assert.NotEqual(0, OtherActions(telemetry));
    }

    private static int OtherActions(AnalyzerTelemetryInfo telemetry) =>
        telemetry.CompilationEndActionsCount + telemetry.CompilationActionsCount + telemetry.SyntaxTreeActionsCount
        + telemetry.SemanticModelActionsCount + telemetry.SymbolActionsCount + telemetry.SymbolStartActionsCount
        + telemetry.SyntaxNodeActionsCount + telemetry.CodeBlockActionsCount + telemetry.CodeBlockStartActionsCount
        + telemetry.OperationActionsCount + telemetry.OperationBlockActionsCount + telemetry.OperationBlockStartActionsCount;

    private static async Task<AnalyzerTelemetryInfo> TelemetryOfAsync(string source, params MetadataReference[] references)
    {
        var analyzer = new ReferenceCountAnalyzer();
        ImmutableArray<MetadataReference> framework =
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path => Path.GetFileName(path) is "System.Private.CoreLib.dll" or "System.Runtime.dll")
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
        CompilationWithAnalyzers compilation = CSharpCompilation
            .Create("Test", [CSharpSyntaxTree.ParseText(source)], framework.AddRange(references), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .WithAnalyzers([analyzer]);
        await compilation.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return await compilation.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None);
    }
}
