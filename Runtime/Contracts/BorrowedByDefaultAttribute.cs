using System;

namespace Devmap.Contracts;

/// <summary>Every parameter without a contract, in this assembly or type, is lent for the call and not kept.</summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class BorrowedByDefaultAttribute : Attribute
{
}
