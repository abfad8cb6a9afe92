#if NETSTANDARD2_0
namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for when a property is <c>init</c>; the base library has it since .NET 5.</summary>
internal static class IsExternalInit
{
}
#endif
